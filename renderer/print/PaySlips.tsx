import { useTranslation } from 'react-i18next';
import { formatFen } from '../../shared/money/money.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import type { Sheet as PaySheetData } from '../../shared/payroll/shapes.ts';
import type { SheetRow } from '../../shared/payroll/sheet.ts';
import { Answer } from '../kit/Answer.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { standingText, usePaySheet } from './pay-data.ts';
import styles from './pay.module.css';
import { Sheet } from './Sheet.tsx';

/** 工资条: one strip for each person, to be cut apart; everybody is given one (保障农民工工资支付条例 15). */
export function PaySlips() {
  const query = usePaySheet();
  return <Answer query={query}>{(data) => <Paper data={data} />}</Answer>;
}

function Paper({ data }: { readonly data: PaySheetData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet
      paper="pay-slips"
      of={data.head.month}
      title={t(($) => $.payroll.slipsTitle, { month: monthText(data.head.month, language) })}
      subtitle={
        <>
          <span>{data.centre.name}</span>
          <span>{t(($) => $.payroll.people, { count: data.rows.length })}</span>
        </>
      }
    >
      <div className={styles['slips']}>
        {data.rows.map((row) => (
          <Strip key={row.lineId} data={data} row={row} />
        ))}
      </div>
    </Sheet>
  );
}

function Strip({ data, row }: { readonly data: PaySheetData; readonly row: SheetRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.payroll;
  const standing = standingText(data, texts);
  const items = row.items.filter((item) => item.amount !== 0);
  const earnings = items.filter((item) => item.side === 'earning');
  const taken = items.filter((item) => item.side !== 'earning');
  return (
    <section className={styles['slip']}>
      <header>
        <strong>
          {row.position}. {row.name}
        </strong>
        <span>{words.policy.engagements[row.engagement]}</span>
        <span>
          {texts.days} {row.days} {texts.units.days} · {texts.nights} {row.nights}
        </span>
        <span>{t(($) => $.payroll.sheet.payOn, { day: dayText(data.head.payOn, language) })}</span>
        {standing && <span className={styles['standing']}>{standing}</span>}
      </header>
      <table data-many={items.length > 8}>
        <thead>
          <tr>
            {earnings.map((item) => (
              <th key={item.kind} scope="col">
                {texts.items[item.kind]}
              </th>
            ))}
            <th scope="col" data-kind="sum">
              {texts.columns.gross}
            </th>
            {taken.map((item) => (
              <th key={item.kind} scope="col">
                {texts.items[item.kind]}
              </th>
            ))}
            <th scope="col" data-kind="sum">
              {texts.columns.net}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            {earnings.map((item) => (
              <td key={item.kind}>{formatFen(item.amount)}</td>
            ))}
            <td data-kind="sum">{formatFen(row.amounts.gross)}</td>
            {taken.map((item) => (
              <td key={item.kind}>{formatFen(-item.amount)}</td>
            ))}
            <td data-kind="sum">{formatFen(row.amounts.net)}</td>
          </tr>
        </tbody>
      </table>
      <footer>
        <span>
          {data.centre.name} {monthText(data.head.month, language)}
        </span>
        <span>{texts.sheet.slipNote}</span>
      </footer>
    </section>
  );
}
