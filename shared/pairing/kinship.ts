/** Whether the caregiver's note on kinship names the resident: `彭荣之姐` and 彭荣. Relatives are paired by preference (S000, S003). */
export function isKin(kinship: string, resident: string): boolean {
  return resident.length > 1 && kinship.includes(resident);
}
