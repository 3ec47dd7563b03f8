import { type APIRequestContext, type Locator, type Page, expect } from '@playwright/test';
import { ID_NUMBERS } from './filings.ts';

/** A text in both languages. */
interface Both {
  zh: string;
  en: string;
}

interface Condition {
  field: string;
  codes: string[];
}

/** One question, as the catalogue tells it. */
export interface Field {
  key: string;
  title: Both;
  kind: string;
  required: boolean;
  when?: Condition;
  unlike?: string;
  most: number;
  range?: { least: number; most: number };
  days?: { since?: string; least: number; years?: number };
  choices?: { code: string; title: Both }[];
}

export interface Material {
  key: string;
  title: Both;
  when?: Condition;
  least: number;
}

export interface Subject {
  key: string;
  title: Both;
  fields: Field[];
  materials: string[];
}

/** A service, as the catalogue tells it to strangers: all that is needed to file it. */
export interface Service {
  code: string;
  title: Both;
  who: string;
  available: boolean;
  materials: Material[];
  pages: Subject[];
}

export type Answers = Record<string, string>;

export async function services(api: APIRequestContext): Promise<Service[]> {
  return (await (await api.get('/api/v1/services')).json()) as Service[];
}

/** Whether something is asked for, given these answers. */
export function asked({ when }: { when?: Condition }, answers: Answers): boolean {
  const given = (answers[when?.field ?? ''] ?? '').split(',');
  return !when || given.some((code) => when.codes.includes(code));
}

/** The fields on whose answers others or materials hang. */
export function steering({ pages, materials }: Service): Field[] {
  const fields = pages.flatMap((page) => page.fields);
  const keys = [...fields, ...materials].map(({ when }) => when?.field);
  return fields.filter(({ key }) => keys.includes(key));
}

/** The day so many days after another, or after today in China. */
function later(since: string | undefined, days: number): string {
  const CHINA = 8 * 60 * 60 * 1000;
  const date = since ? new Date(since) : new Date(Date.now() + CHINA);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A right answer to a question, after these. */
export function right(field: Field, answers: Answers, phone: string): string {
  const other = field.unlike ? answers[field.unlike] : undefined;
  const unlike = (candidates: readonly string[]) => candidates.find((candidate) => candidate !== other) ?? '';
  const { kind, range, days, choices = [] } = field;
  switch (kind) {
    case 'choice':
    case 'several':
      return unlike(choices.map(({ code }) => code));
    case 'line':
      return 'A1A1A1A1'.slice(0, field.most);
    case 'words':
      return '请尽快处理';
    case 'lines':
      return Array.from({ length: range?.least ?? 1 }, (_, door) => `${door + 1}01 张三`).join('\n');
    case 'address':
      return '鸿福路100号3栋501';
    case 'name':
      return '李秀英';
    case 'phone':
      return unlike([phone, '13800000003']);
    case 'id_number':
      return unlike(ID_NUMBERS);
    case 'credit_code':
      return '9144030071526726XG';
    case 'bank_card':
      return '6200000000000005';
    case 'email':
      return 'li@example.com';
    case 'account':
      return '0769123456';
    case 'whole':
      return String((range?.least ?? 0) + 1);
    case 'date':
      return later(days?.since && answers[days.since], days?.least ?? 0);
    case 'town':
      return '南城';
    case 'point':
      return '';
    // Which one is free, the page tells; see `answer`.
    case 'slot':
      return 'the first that is free';
    default:
      throw new Error(`${field.key} asks for a ${kind}, of which this test knows nothing`);
  }
}

/** A wrong answer to a question that is typed, and what is said of it; nothing where nothing wrong can be put in. */
export function wrong(field: Field, answers: Answers): { typed: string; said: RegExp } | undefined {
  const { kind, range, days } = field;
  switch (kind) {
    case 'line':
    case 'words':
      return { typed: '长'.repeat(field.most + 1), said: new RegExp(`最多${field.most}个字`) };
    case 'lines':
      return { typed: '101 张三', said: new RegExp(`至少要${range?.least}行`) };
    case 'address':
      return { typed: '路', said: /至少要3个字/ };
    case 'name':
      return { typed: '李3', said: /姓名里不能有“3”/ };
    case 'phone':
      return { typed: '1380000', said: /手机号是11位,现在是7位/ };
    case 'id_number':
      return { typed: '110105194912310021', said: /身份证号有一位不对/ };
    case 'credit_code':
      return { typed: '914403001922038217', said: /统一社会信用代码有一位不对/ };
    case 'bank_card':
      return { typed: '6200000000000006', said: /银行卡号有一位不对/ };
    case 'email':
      return { typed: 'li@', said: /请填完整的邮箱/ };
    case 'account':
      return { typed: '12345', said: /水费户号是8到12位数字/ };
    case 'whole':
      return { typed: String((range?.most ?? 0) + 1), said: new RegExp(`不能大于${range?.most}`) };
    case 'date':
      return { typed: later(days?.since && answers[days.since], (days?.least ?? 0) - 1), said: /最早可以选|这一天已经过了/ };
    default:
      return undefined;
  }
}

/** The input of a question. */
export function input(page: Page | Locator, { kind, title }: Field): Locator {
  // A date's input has no role of its own; a label says "optional" where its question may be left out.
  const name = new RegExp(`^${escaped(title.zh)}( · 选填)?$`);
  if (kind === 'date') return page.getByLabel(name);
  return page.getByRole(kind === 'town' ? 'combobox' : 'textbox', { name });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Answers a question as one does by hand. */
export async function answer(page: Page, place: Page | Locator, field: Field, given: string): Promise<void> {
  if (field.kind === 'choice' || field.kind === 'several') {
    const group = place.getByRole(field.kind === 'choice' ? 'radiogroup' : 'group', { name: field.title.zh, exact: true });
    for (const code of given.split(',')) {
      const choice = field.choices?.find((choice) => choice.code === code);
      const role = field.kind === 'choice' ? 'radio' : 'checkbox';
      await group.getByRole(role, { name: choice?.title.zh ?? code, exact: true }).check();
    }
  } else if (field.kind === 'slot') {
    const times = place.getByRole('radiogroup', { name: field.title.zh, exact: true });
    await times.getByRole('radio', { disabled: false }).first().check();
  } else if (field.kind === 'town') {
    await input(place, field).fill(given);
    await page.getByRole('option', { name: given, exact: true }).click();
  } else if (given) {
    await input(place, field).fill(given);
    await input(place, field).blur();
  }
}

/** A wrong answer is told beside its question once that is left; a calendar offers no day that is wrong. */
export async function breaks(page: Page, field: Field, answers: Answers): Promise<void> {
  const broken = wrong(field, answers);
  if (!broken) return;
  const here = input(page, field);
  await here.fill(broken.typed);
  await here.blur();
  await expect(here, field.key).toHaveAccessibleDescription(broken.said);
  await expect(here, field.key).toHaveAttribute('aria-invalid', 'true');
  if (field.days) await expect(here, field.key).toHaveAttribute('min', right(field, answers, ''));
}
