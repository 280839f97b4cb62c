import { createCipheriv, createHmac, hkdfSync, randomBytes, scryptSync } from 'node:crypto';

type Account = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
};

/** keyring.json as the first version wrote it, word for word: the data key sealed directly with each password's key. */
export function keyringOfVersion1(
  centre: { id: string; name: string },
  accounts: readonly Account[],
  recovery: Uint8Array,
  dataKey: Uint8Array,
): string {
  const sealed = (key: Uint8Array, bound: string) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
    const text = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return { iv: iv.toString('hex'), text: text.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
  };
  const entries = accounts.map(({ id, login, name, password }) => {
    const kdf = { name: 'scrypt', N: 16, r: 8, p: 1, salt: randomBytes(16).toString('hex') };
    const wrapping = scryptSync(password, Buffer.from(kdf.salt, 'hex'), 32, { N: 16, r: 8, p: 1 });
    const bound = [centre.id, id, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt].join('|');
    return { accountId: id, login, name, kdf, key: sealed(wrapping, bound) };
  });
  const salt = randomBytes(16);
  const paper = Buffer.from(hkdfSync('sha256', recovery, salt, 'nuantuo-recovery', 32));
  const unsigned = {
    format: 'nuantuo-keyring',
    version: 1,
    centreId: centre.id,
    centreName: centre.name,
    cipher: 'aegis',
    entries,
    recovery: { salt: salt.toString('hex'), key: sealed(paper, `${centre.id}|recovery`) },
  };
  const signing = Buffer.from(hkdfSync('sha256', dataKey, '', 'nuantuo-keyring-mac', 32));
  const mac = createHmac('sha256', signing).update(JSON.stringify(unsigned)).digest('hex');
  return `${JSON.stringify({ ...unsigned, mac }, null, 1)}\n`;
}
