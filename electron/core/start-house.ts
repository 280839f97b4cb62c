import { House, type HouseOptions } from './house.ts';
import { selfTest } from './self-test.ts';

/**
 * How both hosts begin: the building blocks of the encryption first, then the house. Throws CryptographyIsMissing, whose
 * message is the sentence to show; no file has been touched then.
 */
export async function startHouse(options: HouseOptions): Promise<House> {
  await selfTest();
  return new House(options);
}
