export async function prepareDemo(_say: (line: string) => void): Promise<void> {}
