import { type City, type Person, freshPhone } from './city.ts';
import { hookup, leak, transfer } from './filings.ts';

/** A resident with cases in all that they may look like, and the addresses of their pages in the hall. */
export interface Life {
  resident: Person;
  /** A hookup that was sent back, one that was refused, a leak that is mended, a transfer that waits for the other side. */
  numbers: { asked: string; refused: string; mended: string; waiting: string };
  addresses: string[];
}

export async function life(city: City): Promise<Life> {
  const phone = freshPhone();
  const people = [city.resident(phone), city.staff('clerk'), city.staff('dispatcher'), city.staff('crew')] as const;
  const [resident, clerk, dispatcher, crew] = await Promise.all(people);
  const asked = await resident.file(hookup(phone));
  const refused = await resident.file(hookup(phone));
  const mended = await resident.file(leak(phone, { severity: 'spray', words: '井盖在冒水,已经漏了两天' }));
  const waiting = await resident.file(transfer(phone, freshPhone()));
  await clerk.act(asked, { verb: 'take' });
  const asks = [
    { item: { material: 'property' }, reason: '照片看不清' },
    { item: { field: 'id_number' }, reason: '与材料不一致' },
  ];
  await clerk.act(asked, { verb: 'send_back', asks });
  await clerk.act(refused, { verb: 'take' });
  await clerk.act(refused, { verb: 'reject', reason: '房屋在拆迁范围内,街道办已经停止办理新装' });
  await dispatcher.act(mended, { verb: 'dispatch', unit: 'branch-nancheng', words: '带上DN20的接头' });
  await crew.act(mended, { verb: 'finish', result: '已更换接头,不再漏水' });
  const cases = [asked, refused, mended, waiting].map((number) => `/cases/${number}`);
  const addresses = ['/cases', ...cases, `/cases/${asked}/complete`, `/cases/${mended}/rate`, `/filed/${waiting}`];
  return { resident, numbers: { asked, refused, mended, waiting }, addresses };
}
