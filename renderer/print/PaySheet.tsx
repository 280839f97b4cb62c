import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { maskNationalId, maskPhone } from '../../shared/identity/masking.ts';
import { formatFen } from '../../shared/money/money.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import type { Sheet as PaySheetData } from '../../shared/payroll/shapes.ts';
import { moneyColumns, type MoneyColumn, type SheetRow } from '../../shared/payroll/sheet.ts';
import { Answer } from '../kit/Answer.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { payWidths } from './pay-widths.ts';
import { standingText, usePaySheet } from './pay-data.ts';
import styles from './pay.module.css';
import { Sheet } from './Sheet.tsx';

const earnings = moneyColumns.slice(0, moneyColumns.indexOf('gross') + 1);
const deductions = moneyColumns.slice(moneyColumns.indexOf('gross') + 1, moneyColumns.indexOf('net'));

/** ID and card numbers in two groups, so that they break in the middle and not anywhere. */
function halves(number: string, first: number) {
  return (
    <>
      {number.slice(0, first)}
      <wbr />
      {number.slice(first)}
    </>
  );
}

/** 工资发放表: the columns that 保障农民工工资支付条例 15 asks for, a place to sign for everybody, totals with capitals. */
export function PaySheet() {
  const query = usePaySheet();
  return <Answer query={query}>{(data) => <Paper data={data} posted={false} />}</Answer>;
}

/** The same sheet for the wall: before the money is paid out it hangs in the township, with no number in full. */
export function PayNotice() {
  const query = usePaySheet();
  return <Answer query={query}>{(data) => <Paper data={forTheWall(data)} posted />}</Answer>;
}

function forTheWall(data: PaySheetData): PaySheetData {
  const rows = data.rows.map((row) => ({
    ...row,
    nationalId: maskNationalId(row.nationalId),
    phone: maskPhone(row.phone),
    bankCard: row.bankCard && `****${row.bankCard.slice(-4)}`,
  }));
  return { ...data, rows };
}

type PaperProps = { readonly data: PaySheetData; readonly posted: boolean };

function Paper({ data, posted }: PaperProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().payroll;
  const standing = standingText(data, texts);
  const month = monthText(data.head.month, language);
  const title = posted
    ? t(($) => $.payroll.noticeTitle, { month })
    : t(($) => $.payroll.sheetTitle, { month });
  const { columns, points } = payWidths(data);
  return (
    <Sheet
      title={`${data.centre.name} ${title}`}
      paper={posted ? 'pay-notice' : 'pay-sheet'}
      of={data.head.month}
      orientation="landscape"
    >
      <table className={styles['sheet']} style={{ '--pay-type': `${points}pt` } as CSSProperties}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <Heads data={data} standing={standing} columns={columns.length} />
        <tbody>
          {data.rows.map((row) => (
            <Row key={row.lineId} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{texts.total}</td>
            <td>{data.rows.reduce((sum, row) => sum + row.days, 0)}</td>
            <td>{data.rows.reduce((sum, row) => sum + row.nights, 0)}</td>
            <td>{data.rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0) / 60}</td>
            {moneyColumns.map((column) => (
              <td key={column} data-kind="money">
                {formatFen(data.totals[column])}
              </td>
            ))}
            <td colSpan={2} aria-label={texts.sheet.signature} />
          </tr>
          <tr>
            <td colSpan={columns.length} data-kind="capitals">
              {t(($) => $.payroll.sheet.capitals, { amount: data.capitals })}
            </td>
          </tr>
          <tr>
            <td colSpan={columns.length} data-kind="foot">
              <div className={styles['headLine']}>
                <span>{t(($) => $.payroll.sheet.preparedBy, { name: data.head.made.by })}</span>
                <span>{t(($) => $.payroll.sheet.reviewedBy, { name: data.head.reviewed?.by ?? '' })}</span>
                <span>{texts.sheet.inCharge}</span>
                <span>{texts.sheet.sealed}</span>
              </div>
              <p className={styles['note']}>{posted ? texts.sheet.noticeNote : texts.sheet.note}</p>
            </td>
          </tr>
        </tfoot>
      </table>
    </Sheet>
  );
}

/** A head that stands over one column and both lines. */
const alone = (title: string) => (
  <th rowSpan={2} scope="col">
    {title}
  </th>
);

type HeadProps = { readonly data: PaySheetData; readonly standing: string; readonly columns: number };

/** Repeated on each page: whose pay, of which time, paid when, and the heads of the columns. */
function Heads({ data, standing, columns }: HeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().payroll;
  const money = (column: MoneyColumn) => (
    <th key={column} scope="col">
      {texts.columns[column]}
    </th>
  );
  return (
    <thead>
      <tr>
        <td colSpan={columns} data-kind="head">
          <div className={styles['headLine']}>
            <span>{t(($) => $.payroll.sheet.unit, { name: data.centre.name })}</span>
            <span>
              {t(($) => $.payroll.sheet.period, {
                from: dayText(data.from, language),
                until: dayText(data.until, language),
              })}
            </span>
            <span>{t(($) => $.payroll.sheet.payOn, { day: dayText(data.head.payOn, language) })}</span>
            {standing && <span className={styles['standing']}>{standing}</span>}
            <span>{texts.sheet.currency}</span>
          </div>
        </td>
      </tr>
      <tr>
        {alone(texts.position)}
        {alone(texts.name)}
        {alone(texts.sheet.nationalId)}
        {alone(texts.sheet.phone)}
        <th colSpan={3} scope="colgroup">
          {texts.sheet.attendance}
        </th>
        <th colSpan={earnings.length} scope="colgroup">
          {texts.sheet.earnings}
        </th>
        <th colSpan={deductions.length} scope="colgroup">
          {texts.sheet.deductions}
        </th>
        {alone(texts.columns.net)}
        {alone(texts.sheet.bank)}
        {alone(texts.sheet.signature)}
      </tr>
      <tr>
        <th scope="col">{texts.sheet.attendanceDays}</th>
        <th scope="col">{texts.sheet.attendanceNights}</th>
        <th scope="col">{texts.sheet.attendanceHours}</th>
        {earnings.map(money)}
        {deductions.map(money)}
      </tr>
    </thead>
  );
}

function Row({ row }: { readonly row: SheetRow }) {
  const texts = useWords().payroll;
  /** The hours and days behind an amount, small below it. */
  const behind: Partial<Record<MoneyColumn, string>> = {
    overtime: [row.hours150 && `150%×${row.hours150}`, row.hours200 && `200%×${row.hours200}`]
      .filter(Boolean)
      .join(' '),
    holiday: row.holidayDays ? `${row.holidayDays}${texts.units.days}` : '',
    night: row.nights && row.amounts.night ? `${row.nights}${texts.units.nights}` : '',
  };
  return (
    <tr>
      <td>{row.position}</td>
      <td data-kind="name">{row.name}</td>
      <td data-kind="long">{halves(row.nationalId, 10)}</td>
      <td data-kind="long">{row.phone}</td>
      <td>{row.days}</td>
      <td>{row.nights}</td>
      <td>{row.minutes === null ? '' : row.minutes / 60}</td>
      {moneyColumns.map((column) => (
        <td key={column} data-kind="money">
          {row.amounts[column] === 0 && column !== 'net' && column !== 'gross'
            ? ''
            : formatFen(row.amounts[column])}
          {behind[column] && <small>{behind[column]}</small>}
        </td>
      ))}
      <td data-kind="long">{halves(row.bankCard, 10)}</td>
      <td aria-label={texts.sheet.signature} />
    </tr>
  );
}
