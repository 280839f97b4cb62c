import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { nearness, numberNearness } from '../../shared/find/rank.ts';
import type { NameKeys } from '../../shared/identity/search-key.ts';

export type Choice = NameKeys & { readonly id: string; readonly name: string; readonly bed?: string | null };

/** People to choose from, each with the bed that tells two of one name apart. */
export function personChoices(people: readonly Choice[]): ComboboxItem[] {
  return people.map(({ id, name, bed }) => ({ value: id, label: bed ? `${name}  ${bed}` : name }));
}

/** Chooses people as lists find them: by hanzi, pinyin, initials or bed. */
export function personFilter(people: readonly Choice[]): OptionsFilter {
  const byId = new Map(people.map((person) => [person.id, person]));
  const fits = (typed: string, option: ComboboxItem) => {
    const person = byId.get(option.value);
    if (!person) return false;
    // The text of what is chosen already: then all are shown, to choose another.
    if (typed === '' || option.label === typed) return true;
    return (
      nearness(typed, person.name, person) > 0 || (!!person.bed && numberNearness(typed, person.bed) >= 4)
    );
  };
  return ({ options, search }) => {
    const typed = search.trim();
    return options.flatMap((option): ComboboxParsedItem[] => {
      if (!('group' in option)) return fits(typed, option) ? [option] : [];
      const items = option.items.filter((item) => fits(typed, item));
      return items.length > 0 ? [{ ...option, items }] : [];
    });
  };
}
