import { Accordion, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatFen, sum } from '../../shared/money/money.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import type { Slip } from '../../shared/payroll/shapes.ts';
import { sides } from '../../shared/payroll/items.ts';
import { Answer } from '../kit/Answer.tsx';
import { FactList } from '../kit/FactList.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { ItemBasis } from './ItemBasis.tsx';
import styles from './payroll.module.css';
import { warningText } from './warning-text.ts';

type Props = { readonly lineId: string | null; readonly name: string; readonly onClose: () => void };

/** One slip at the side: each number opens to its rule, rate and days. */
export function SlipDrawer({ lineId, name, onClose }: Props) {
  const { t } = useTranslation();
  const slip = useQuery({
    ...requests.payroll.line.queryOptions({ input: { id: lineId ?? '-' } }),
    enabled: lineId !== null,
  });
  return (
    <Drawer
      opened={lineId !== null}
      onClose={onClose}
      position="right"
      size="32rem"
      title={`${name} · ${t(($) => $.payroll.slip)}`}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      {lineId !== null && <Answer query={slip}>{(data) => <SlipBody slip={data} />}</Answer>}
    </Drawer>
  );
}

function SlipBody({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  return (
    <>
      {slip.warnings.length > 0 && (
        <ul className={styles['warnings']}>
          {slip.warnings.map((each) => (
            <li key={each.code}>{warningText(each, words)}</li>
          ))}
        </ul>
      )}
      <FactList
        facts={[
          { label: words.payroll.month, value: monthText(slip.head.month, language) },
          { label: words.payroll.engagement, value: words.policy.engagements[slip.engagement] },
          {
            label: words.payroll.days,
            value: `${slip.days} ${words.payroll.units.days}，${words.payroll.nights} ${slip.nights}${
              slip.minutes === null ? '' : `，${slip.minutes / 60} ${words.payroll.units.hours}`
            }`,
          },
        ]}
      />
      <p className={styles['quiet']}>{t(($) => $.payroll.slipHint)}</p>
      {sides.map((side) => {
        const items = slip.items.filter((item) => item.side === side);
        if (items.length === 0) return null;
        return (
          <section key={side}>
            <h3 className={styles['sideHead']}>
              <span>{words.payroll.sides[side]}</span>
              <span>{formatFen(sum(items.map((item) => item.amount)))}</span>
            </h3>
            <Accordion chevronPosition="left" order={4}>
              {items.map((item) => (
                <Accordion.Item key={item.kind} value={item.kind}>
                  <Accordion.Control>
                    <span className={styles['itemHead']}>
                      <span>{words.payroll.items[item.kind]}</span>
                      <span className={styles['money']}>{formatFen(item.amount)}</span>
                    </span>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <ItemBasis item={item} />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          </section>
        );
      })}
      <p className={styles['netLine']}>
        <span>{words.payroll.columns.net}</span>
        <span>{formatFen(slip.amounts.net)}</span>
      </p>
      <h3 className={styles['sideHead']}>{words.payroll.schemesTitle}</h3>
      <FactList
        facts={slip.schemes.map((scheme) => ({
          label: words.payroll.schemes[scheme.scheme],
          value: <Standing scheme={scheme} />,
        }))}
      />
    </>
  );
}

function Standing({ scheme }: { readonly scheme: Slip['schemes'][number] }) {
  const { t } = useTranslation();
  const words = useWords().payroll;
  if (!scheme.on) return <>{[words.causes[scheme.cause], scheme.reason].filter(Boolean).join('：')}</>;
  return (
    <>
      {t(($) => $.payroll.schemeOn, {
        base: formatFen(scheme.base),
        employee: formatFen(scheme.employee),
        employer: scheme.employer === null ? words.employerUnknown : formatFen(scheme.employer),
      })}
    </>
  );
}
