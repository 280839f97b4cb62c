import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { fill } from '../../shared/messages/fill.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';
import { pathFor, pathOfTable, type PreflightAnswer, type Refusal } from './paths.ts';

/** What must be done first, each with the way to it; what should be known; or that all is ready. */
export function Preflight({ preflight }: { readonly preflight: PreflightAnswer }) {
  const words = useWords().packages;
  const texts = words.preflight;
  const { warnings, reported } = preflight;
  // A month that went up and has not changed is done: that is no fault of anybody's.
  const isDone = preflight.refusals.some(({ kind }) => kind === 'nothing-changed');
  const refusals = preflight.refusals.filter(({ kind }) => kind !== 'nothing-changed');
  const sentence = () => {
    if (refusals.length > 0) return fill(texts.notReady, { count: refusals.length });
    if (isDone) return texts.refusals['nothing-changed'];
    return reported ? words.reported : texts.ready;
  };
  return (
    <>
      <p className={styles['state']} data-ready={refusals.length === 0} role="status">
        {sentence()}
      </p>
      <ul className={styles['checks']}>
        {refusals.map((refusal) => (
          <RefusalLine
            key={`${refusal.kind}-${refusal.fault?.table}-${refusal.fault?.id}`}
            refusal={refusal}
          />
        ))}
        {warnings.map(({ kind, count }) => (
          <Line key={kind} tone="attention" icon={IconAlertTriangle}>
            {fill(texts.warnings[kind], { count })}
            {kind === 'text-marked' && <MarkedRecords marked={preflight.marked} />}
          </Line>
        ))}
        {refusals.length === 0 && warnings.length === 0 && (
          <Line tone="good" icon={IconCircleCheck}>
            {texts.allClear}
          </Line>
        )}
      </ul>
    </>
  );
}

/** The records whose text goes up with an apostrophe before it, each with the way to it. */
function MarkedRecords({ marked }: Pick<PreflightAnswer, 'marked'>) {
  const { tables } = useWords().packages;
  return marked.slice(0, 5).map(({ table, id, label }) => (
    <Link key={`${table}-${id}-${label}`} href={pathOfTable(table, id) ?? ''} className={styles['marked']}>
      {tables[table]} {label}
    </Link>
  ));
}

function RefusalLine({ refusal }: { readonly refusal: Refusal }) {
  const { preflight, tables } = useWords().packages;
  const { kind, fault } = refusal;
  const path = pathFor(refusal);
  const facts = fault ? { table: tables[fault.table], label: fault.label } : {};
  return (
    <Line tone="danger" icon={IconCircleX} act={path && <Link href={path}>{preflight.goTo}</Link>}>
      {fill(preflight.refusals[kind], facts)}
    </Line>
  );
}

type LineProps = {
  readonly tone: 'danger' | 'attention' | 'good';
  readonly icon: Icon;
  readonly act?: ReactNode;
  readonly children: ReactNode;
};

function Line({ tone, icon: Mark, act, children }: LineProps) {
  return (
    <li data-tone={tone}>
      <Mark size="1.125rem" aria-hidden />
      <span>{children}</span>
      {act}
    </li>
  );
}
