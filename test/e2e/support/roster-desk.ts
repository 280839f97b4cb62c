import { expect, type Page } from '@playwright/test';
import type { RosterView } from '../../../shared/roster/contract.ts';

export const personIn = (view: RosterView, name: string) => {
  const found = view.people.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not on the roster`);
  return found;
};
export const cellsOf = (view: RosterView, name: string) => view.cells[personIn(view, name).id] ?? [];

/** Her month as the grid shows it: a letter a day, a dot for rest. */
export const rowOf = (page: Page, row: number) =>
  page.evaluate(
    (at) =>
      [...document.querySelectorAll(`[role=gridcell][data-row='${at}'][data-column]`)]
        .map((cell) => cell.textContent || '.')
        .join(''),
    row,
  );
export const asLetters = (cells: readonly (string | null)[]) => cells.map((code) => code ?? '.').join('');

/** Takes down what a caregiver asks for, and waits until it may be decided. */
export async function askFor(
  page: Page,
  asked: Record<'kind' | 'name' | 'from' | 'until' | 'note', string>,
): Promise<void> {
  const { kind, name, from, until, note } = asked;
  await page.getByRole('button', { name: '记愿望或请假' }).click();
  const form = page.getByRole('dialog');
  await form.getByText(kind, { exact: true }).click();
  await form.getByRole('combobox', { name: '护理员' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await form.getByLabel('开始日期').fill(from);
  await form.getByLabel('结束日期').fill(until);
  await form.getByLabel('备注').fill(note);
  await form.getByRole('heading', { name: '批准会怎样' }).waitFor();
  await form.getByRole('button', { name: '记下' }).click();
  await expect(page.getByRole('button', { name: '批准', exact: true })).toBeVisible();
}
