/** The clerk's workbook of the centre of 柳河. */
export const LIUHE = new URL('../fixtures/liuhe.xls', import.meta.url).pathname;
