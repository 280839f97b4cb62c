/** The number of a sealed letter as it was typed, without the blanks and strokes between its groups and in narrow digits. */
export const letterNumberIn = (typed: string) => typed.normalize('NFKC').replaceAll(/[\s-]/g, '');

export const LETTER_NUMBER = /^\d{12}$/;
