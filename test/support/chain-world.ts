import assert from 'node:assert/strict';
import { day } from '../../shared/calendar/day.ts';
import { answerTo } from '../../shared/package/answer.ts';
import {
  emptyLedger,
  judge,
  record,
  withResync,
  type CentreLedger,
  type Link,
} from '../../shared/package/chain.ts';
import { checkWorld } from './chain-checks.ts';
import { isTokenOld, objectionTo, standingOf, type Known, type Told } from '../../shared/package/place.ts';

/*
 * A centre and its county over years: months and corrections are built, files are lost, handed in late, twice and in any order,
 * some are refused for their content, receipts are imported or forgotten, old backups come back, epochs begin anew. No bytes
 * here, only the rules of both sides. After every step the county is held against what is known of all that ever happened.
 */
const TODAY = day('2026-11-05');

type Paper = {
  readonly link: Link;
  readonly isGood: boolean;
  readonly month: number;
  readonly version: number;
};
/** What is on a PC: the newest version of each month's records, and its chain. */
type Pc = { known: Known; versions: number[]; reported: Map<string, Paper> };
export type Step = { readonly act: (typeof acts)[number]; readonly pick: number };

export const acts = [
  'month',
  'month',
  'month',
  'bad month',
  'correction',
  'hand in newest',
  'hand in newest',
  'hand in newest',
  'hand in any',
  'import newest',
  'import newest',
  'import any',
  'back up',
  'restore',
  'go on',
  'resync',
] as const;

const emptyPc = (): Pc => ({
  known: { built: [], told: [], raised: { epoch: 1, at: '' }, granted: [] },
  versions: [],
  reported: new Map(),
});
const copyOf = (pc: Pc): Pc => ({
  known: pc.known,
  versions: [...pc.versions],
  reported: new Map(pc.reported),
});

export class World {
  pc = emptyPc();
  backup = emptyPc();
  ledger: CentreLedger = emptyLedger;
  readonly papers: Paper[] = [];
  readonly receipts: Told[] = [];
  readonly tokens: number[] = [];
  readonly handedIn = new Set<string>();
  /** What the county said for good about a package, and what it accepted, in order. */
  readonly forGood = new Map<string, string>();
  wentOn = 0;
  private clock = 0;

  private tick(): string {
    this.clock += 1;
    return String(this.clock).padStart(8, '0');
  }

  standing() {
    return standingOf(this.pc.known);
  }

  /** The newest paper of a month that was reported and not returned, in the epoch of the next package. */
  private reportOf(month: number, epoch: number): Paper | undefined {
    const { fates } = this.standing();
    return this.papers.findLast(
      ({ link, month: of }) =>
        of === month &&
        link.epoch === epoch &&
        this.pc.reported.has(link.hash) &&
        !['returned', 'void'].includes(fates.get(link.hash)?.fate ?? 'void'),
    );
  }

  build(month: number, isGood: boolean): void {
    const { next, hold } = this.standing();
    if (hold) return;
    const before = this.reportOf(month, next.epoch);
    const version = this.pc.versions[month] ?? 0;
    if (before?.version === version) return;
    const hash = `${this.papers.length}`.padStart(64, 'a');
    const link: Link = {
      epoch: next.epoch,
      seq: next.seq,
      prev: next.prev,
      hash,
      period: `2026-${String(month + 1).padStart(2, '0')}`,
      kind: before ? 'correction' : 'full',
    };
    const paper = { link, isGood, month, version };
    this.papers.push(paper);
    this.pc.reported.set(hash, paper);
    const { known } = this.pc;
    this.pc.known = {
      ...known,
      built: [...known.built, { epoch: link.epoch, seq: link.seq, hash, prev: link.prev }],
    };
  }

  handIn(paper: Paper | undefined): void {
    if (!paper) return;
    const { link, isGood } = paper;
    const before = this.ledger;
    const judged = judge(before, link);
    const judgement =
      judged.verdict === 'refuse' || isGood
        ? judged
        : ({
            verdict: 'refuse',
            code: 'ROW_VALUE',
            facts: { table: 'pay', line: 1, field: 'days' },
          } as const);
    this.ledger = record(before, link, judgement);
    this.handedIn.add(link.hash);
    assert.deepEqual(this.ledger.accepted.slice(0, before.accepted.length), before.accepted);
    const settled = before.waiting.filter(
      ({ hash }) => !this.ledger.waiting.some((other) => other.hash === hash),
    );
    for (const of of [link, ...settled]) this.answer(of);
    // The same file again: nothing changes, and the answer is the same to the byte.
    const again = judge(this.ledger, link);
    if (again.verdict !== 'refuse' || again.code !== 'FORK')
      assert.equal(record(this.ledger, link, again), this.ledger);
  }

  private answer(link: Link): void {
    const answer = answerTo(this.ledger, link, TODAY);
    assert.deepEqual(answerTo(this.ledger, link, TODAY), answer);
    const { epoch, seq, hash } = link;
    const { verdict, code, facts, next_seq: nextSeq } = answer;
    this.receipts.push({ epoch, seq, hash, verdict, code, facts, nextSeq, at: '', receivedOn: TODAY });
    const isForGood =
      this.ledger.accepted.some((taken) => taken.hash === hash) ||
      this.ledger.returned.some((returned) => returned.link.hash === hash);
    if (!isForGood) return;
    const said = JSON.stringify(answer);
    assert.equal(this.forGood.get(hash) ?? said, said);
    this.forGood.set(hash, said);
  }

  import(receipt: Told | undefined): void {
    const { known } = this.pc;
    if (!receipt || objectionTo(receipt, known) !== null) return;
    this.pc.known = { ...known, told: [...known.told, { ...receipt, at: this.tick() }] };
  }

  /** As a restore does it: the epoch is raised above that of the restored file and of the old one, when that still reads. */
  restore(oldReads: boolean): void {
    const epochOf = ({ known }: Pc) => standingOf(known).next.epoch;
    const epoch = 1 + Math.max(epochOf(this.backup), oldReads ? epochOf(this.pc) : 0);
    this.pc = copyOf(this.backup);
    this.pc.known = { ...this.pc.known, raised: { epoch, at: this.tick() } };
  }

  /** Somebody says that nothing is on its way; now and then he is wrong. */
  goOn(): void {
    const { canContinue } = this.standing();
    if (canContinue === null) return;
    this.wentOn += 1;
    this.pc.known = { ...this.pc.known, raised: { epoch: canContinue, at: this.tick() } };
  }

  resync(): void {
    // The page on hold names the epoch that is needed, and the county's clerk types it.
    const { next, hold } = this.standing();
    const wanted = next.epoch + Number(hold !== null);
    const { ledger, resync } = withResync(this.ledger, ['甲', '乙'], TODAY, wanted > 1 ? wanted : undefined);
    this.ledger = ledger;
    this.tokens.push(resync.epoch);
    if (isTokenOld(resync.epoch, this.pc.known)) return;
    const { known } = this.pc;
    this.pc.known = {
      ...known,
      granted: [...known.granted, resync.epoch],
      raised: { epoch: resync.epoch, at: this.tick() },
    };
  }

  step({ act, pick }: Step): void {
    const at = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
    switch (act) {
      case 'month':
      case 'bad month':
        this.pc.versions.push(pick);
        return this.build(this.pc.versions.length - 1, act === 'month');
      case 'correction': {
        if (this.pc.versions.length === 0) return;
        const month = pick % this.pc.versions.length;
        this.pc.versions[month] = pick + 1000 + this.papers.length;
        return this.build(month, pick % 5 !== 0);
      }
      case 'hand in newest':
        return this.handIn(this.papers.at(-1));
      case 'hand in any':
        return this.handIn(at(this.papers));
      case 'import newest':
        return this.import(this.receipts.at(-1));
      case 'import any':
        return this.import(at(this.receipts));
      case 'back up':
        this.backup = copyOf(this.pc);
        return;
      case 'restore':
        return this.restore(pick % 2 === 0);
      case 'go on':
        return this.goOn();
      case 'resync':
        return this.resync();
    }
  }

  /** Everything that is left to do is done: receipts imported, what is missing handed in, months built anew until nothing is left. */
  settle(): void {
    for (let round = 0; round < 12; round += 1) {
      for (const receipt of this.receipts) this.import(receipt);
      const { hold, unconfirmed } = this.standing();
      if (hold || unconfirmed) this.resync();
      for (let month = 0; month < this.pc.versions.length; month += 1) this.build(month, true);
      const { fates } = this.standing();
      for (const paper of this.papers) {
        const fate =
          fates.get(paper.link.hash)?.fate ?? (this.pc.reported.has(paper.link.hash) ? 'awaited' : 'gone');
        if (fate === 'awaited' || fate === 'waiting' || fate === 'unanswered') this.handIn(paper);
      }
      checkWorld(this);
      if (this.isSettled()) break;
    }
    for (const receipt of this.receipts) this.import(receipt);
  }

  /** The newest version of each month that the county has is the one on the PC. */
  isSettled(): boolean {
    return this.pc.versions.every((version, month) => this.countyVersion(month) === version);
  }

  countyVersion(month: number): number | undefined {
    const newest = this.ledger.accepted.findLast(
      ({ period }) => period === `2026-${String(month + 1).padStart(2, '0')}`,
    );
    return this.papers.find(({ link }) => link.hash === newest?.hash)?.version;
  }
}
