/** The same keys with a text at each end: English is typed by the shape of the Chinese, so a missing text does not compile. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
