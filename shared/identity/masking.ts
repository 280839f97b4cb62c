/**
 * An identity number for lists and walls: the region and the last four stay, the birthday and what follows are hidden
 * (社会救助法 第十一条, 个人信息保护法 第二十八条; domain.md 2g: ID middle digits hidden).
 */
export function maskNationalId(nationalId: string): string {
  return `${nationalId.slice(0, 6)}********${nationalId.slice(14)}`;
}

/** A telephone number for people who need not call it. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
