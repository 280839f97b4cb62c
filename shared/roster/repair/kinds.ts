/** In which sense an alternative is the best; `others`: the next best with other people, for when somebody cannot be reached. */
export const alternativeKinds = ['fewest', 'fairest', 'cheapest', 'others'] as const;
export type AlternativeKind = (typeof alternativeKinds)[number];

/** How a repair came about: one of the alternatives, or somebody chosen for each shift by hand. */
export const repairKinds = [...alternativeKinds, 'own'] as const;
