/** A caregiver to choose from. */
export type Person = { readonly id: string; readonly name: string };
