import { pinyin } from 'pinyin-pro';
import { squeezeKey, type NameKeys } from './search-key.ts';

/**
 * The search keys of a person's name. The first characters are read as a surname (单 shan, 曾 zeng, 尉迟 yuchi).
 * Stored with the row when the name is stored, so that lists need no dictionary.
 */
export function nameKeys(name: string): NameKeys {
  const options = { toneType: 'none', type: 'array', surname: 'head', v: true } as const;
  const text = name.replaceAll(/[\s·]+/g, '');
  return {
    pinyin: squeezeKey(pinyin(text, options).join('')),
    initials: squeezeKey(pinyin(text, { ...options, pattern: 'first' }).join('')),
  };
}
