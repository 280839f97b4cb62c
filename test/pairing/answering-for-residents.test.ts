import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { establishment } from '../../shared/pairing/establishment.ts';
import { reasonToRefusePairing } from '../../shared/pairing/limits.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { furnish, on } from '../support/residents.ts';

const pairing = (residentId: string, startsOn: string, endsOn: string | null) => ({
  caregiverId: 'xie',
  caregiver: '谢雪',
  residentId,
  resident: residentId,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});

describe('answering for residents', () => {
  it('refuses a third resident, and names the two', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const caregiverId = await make.caregiver({ name: '谢雪' });
    for (const name of ['孙春生', '赵小燕']) {
      const residentId = await make.resident({ name });
      await make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') });
    }
    const residentId = await make.resident({ name: '韩素珍' });

    const refusal = await refusalOf(
      make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') }),
    );

    expect(refusal).toMatchObject({
      code: 'CAREGIVER_FULL',
      data: { most: 2, residents: ['孙春生', '赵小燕'] },
    });
    expect(refusal.sentence).toBe('「谢雪」已负责 孙春生、赵小燕，最多 2 位；请另选护理员，或先解除一位。');
  });

  it('takes a third resident where the centre allows three', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    await make.director.pairing.setMost({ most: 3 });
    const caregiverId = await make.caregiver();
    for (const name of ['孙春生', '赵小燕', '韩素珍']) {
      const residentId = await make.resident({ name });
      await make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') });
    }

    const board = await make.director.pairing.board({});

    expect(board.most).toBe(3);
    expect(board.caregivers[0]?.residents).toHaveLength(3);
  });

  it('refuses a resident who has a caregiver, and names her', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [first, second] = [
      await make.caregiver({ name: '谢雪' }),
      await make.caregiver({ name: '吴巧云' }),
    ];
    const residentId = await make.resident({ name: '孙春生' });
    await make.director.pairing.pair({ caregiverId: first, residentId, startsOn: on('2026-10-01') });

    const refusal = await refusalOf(
      make.director.pairing.pair({ caregiverId: second, residentId, startsOn: on('2026-10-05') }),
    );

    expect(refusal).toMatchObject({
      code: 'RESIDENT_PAIRED',
      data: { resident: '孙春生', caregiver: '谢雪' },
    });
  });

  it('ends a pairing with a reason and pairs anew on the same day', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const [first, second] = [
      await make.caregiver({ name: '谢雪' }),
      await make.caregiver({ name: '吴巧云' }),
    ];
    const residentId = await make.resident({ name: '孙春生' });
    const { pairingId } = await make.director.pairing.pair({
      caregiverId: first,
      residentId,
      startsOn: on('2026-10-01'),
    });

    await make.director.pairing.unpair({ pairingId, on: on('2026-10-15'), reason: '调整' });
    await make.director.pairing.pair({ caregiverId: second, residentId, startsOn: on('2026-10-15') });

    expect((await make.director.residents.open({ id: residentId })).pairings).toMatchObject([
      { caregiver: '吴巧云', endsOn: null },
      { caregiver: '谢雪', endsOn: '2026-10-15', endReason: '调整' },
    ]);
    const again = make.director.pairing.unpair({ pairingId, on: on('2026-10-15'), reason: '调整' });
    expect(await refusalOf(again)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('marks a relative, and who is without a caregiver', async () => {
    const house = await aHouse();
    const make = await furnish(house);
    const caregiverId = await make.caregiver({ name: '谢雪', kinship: '彭荣之姐' });
    const [kin, other] = [await make.resident({ name: '彭荣' }), await make.resident({ name: '孙春生' })];
    await make.resident({ name: '韩素珍' }, '102-1');
    for (const residentId of [kin, other])
      await make.director.pairing.pair({ caregiverId, residentId, startsOn: on('2026-10-01') });

    const board = await make.director.pairing.board({});

    expect(board.caregivers[0]?.residents).toMatchObject([
      { name: '彭荣', kin: true },
      { name: '孙春生', kin: false },
    ]);
    expect(board.unpaired).toMatchObject([{ name: '韩素珍', bed: '102-1' }]);
  });

  it.each([
    [19, 38, 19, 0, 20],
    [18, 38, 19, 1, 22],
    [19, 37, 19, 0, 20],
    [0, 3, 2, 2, null],
    [2, 0, 0, 0, 0],
  ])(
    '%i caregivers for %i residents: the standard asks for %i, %i missing',
    (caregivers, residents, needed, missing, tenths) => {
      expect(establishment(caregivers, residents)).toEqual({
        caregivers,
        residents,
        needed,
        missing,
        tenths,
      });
    },
  );

  it('counts only pairings that hold on one and the same day', () => {
    const wish = { caregiverId: 'xie', caregiver: '谢雪', residentId: '丙', startsOn: day('2026-10-01') };

    const inTurn = [pairing('甲', '2026-09-01', '2026-10-10'), pairing('乙', '2026-10-10', null)];
    expect(reasonToRefusePairing(wish, inTurn, 2)).toBeUndefined();
    const together = [pairing('甲', '2026-09-01', '2026-10-11'), pairing('乙', '2026-10-10', null)];
    expect(reasonToRefusePairing(wish, together, 2)).toMatchObject({ data: { residents: ['甲', '乙'] } });
    const over = [pairing('甲', '2026-09-01', '2026-10-01'), pairing('乙', '2026-09-01', '2026-09-30')];
    expect(reasonToRefusePairing(wish, over, 2)).toBeUndefined();
  });
});
