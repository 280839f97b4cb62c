/** The fewest characters of a password; length is the only rule, as NIST SP 800-63B advises. */
export const LEAST_PASSWORD = 8;
