import type { City } from './city.ts';
import { debit } from './filings.ts';
import type { Holder } from './holders.ts';
import type { Server } from './server.ts';

/** The header of a file of bills. */
const BILLS = '户号,账期,出账日期,缴费期限,上次读数,本次读数,水量,月数,人口数,用水性质,价格方案,应缴金额,已缴金额,缴清日期';

/** A month so many after this one, as files write it. */
export function month(after: number): string {
  const today = new Date();
  return new Date(Date.UTC(today.getFullYear(), today.getMonth() + after, 1)).toISOString().slice(0, 7);
}

/** Files direct debit for an account, which the desk works up to the bank's check; gives its number. */
export async function asksBank(city: City, phone: string, { number }: Holder): Promise<string> {
  const [resident, clerk] = [await city.resident(phone), await city.staff('clerk')];
  const filed = await resident.file(debit(phone, number));
  const { materials } = await clerk.act(filed, { verb: 'take' });
  for (const { key } of materials) await clerk.act(filed, { verb: 'check', material: key, verdict: 'accepted' });
  await clerk.act(filed, { verb: 'advance' });
  return filed;
}

/** The bank agrees to all contracts that it is asked about. */
export async function agrees(server: Server): Promise<void> {
  await server.reads(answer(await server.command('export', 'debit-contracts'), '结果', '通过'), 'import', 'debit-contracts');
}

/** The bill of next month comes in: 54 yuan. */
export async function billed(server: Server, { number }: Holder): Promise<void> {
  const first = `${month(1)}-01`;
  const line = `${number},${month(0)},${first},${month(1)}-25,900,920,20,1,3,居民,panyu,54.00,0,`;
  await server.reads(`${BILLS}\n${line}\n`, 'import', 'bills');
}

/** Our own file with what the bank adds to each line. */
export function answer(file: string, header: string, cells: string): string {
  const [head, ...lines] = file.trim().split('\n');
  return [`${head},${header}`, ...lines.map((line) => `${line},${cells}`)].join('\n');
}
