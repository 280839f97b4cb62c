import type { Icon } from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Needs } from '../../shared/contract/permissions.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';

/** The parts of the side bar, in order: whose work it is. */
export const groups = ['home', 'director', 'nursing', 'finance', 'report', 'system'] as const;
export type Group = (typeof groups)[number];

export type AppRoute = {
  /** A wouter pattern after the `#`: `/residents`, `/residents/:id`. */
  readonly path: string;
  readonly label: (words: Words<Messages>) => string;
  readonly needs: Needs;
  readonly component: LazyExoticComponent<ComponentType>;
  /** Where it stands in the side bar; without one it is reached from other pages. */
  readonly group?: Group;
  readonly icon?: Icon;
  /** A page of paper: drawn without the frame. */
  readonly paper?: true;
  /** An address that fits a pattern with parameters, for the walk over all pages; without one the walk leaves the page out. */
  readonly sample?: string;
};

/** A page is loaded when it is first opened. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}
