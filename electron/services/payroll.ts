import { payRuns } from './payroll-runs.ts';
import { payTerms } from './payroll-terms.ts';
import { payViews } from './payroll-view.ts';
import { payFiles } from './payroll-workbook.ts';

/** Pay of a month: the run and its states, what it shows, terms and extras, the Excel file. */
export const payroll = { ...payViews, ...payRuns, ...payTerms, ...payFiles };
