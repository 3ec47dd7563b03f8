/** What is sent to file a case; photos are left out, `Person.file` takes them. */
export interface Filing {
  service: string;
  answers: Record<string, string>;
  /** The materials that it needs a photo of. */
  materials: string[];
  /** The language of the SMS, where staff who file for somebody choose one. */
  lang?: 'zh' | 'en';
}

/** A number that checks, of nobody: the example printed in GB 11643, and another made like it. */
export const ID_NUMBERS = ['11010519491231002X', '441900198001010015'] as const;

export function leak(phone: string, changes: Record<string, string> = {}): Filing {
  const answers = { severity: 'flow', side: 'before', town: 'nancheng', address: '鸿福路100号', phone };
  return { service: 'LEAK', answers: { ...answers, ...changes }, materials: [] };
}

export function hookup(phone: string): Filing {
  const who = { applicant: 'person', name: '李秀英', id_number: ID_NUMBERS[0], phone };
  const place = { town: 'nancheng', address: '体育路8号3栋501', property: 'certificate' };
  const need = { use_type: 'household', meter: '15', households: '1' };
  return { service: 'NEW', answers: { ...who, ...place, ...need }, materials: ['id_card', 'property'] };
}

/** Of the new owner; the old one confirms it. */
export function transfer(phone: string, oldPhone: string): Filing {
  const account = { account: '12345678', town: 'dongcheng', address: '东正路20号2栋302', proof: 'certificate' };
  const owners = { name: '陈嘉怡', id_number: ID_NUMBERS[0], phone, old_name: '黄国强', old_phone: oldPhone };
  const materials = ['id_card', 'certificate', 'reading'];
  return { service: 'TRANS', answers: { ...account, ...owners, reading: '1024' }, materials };
}

/** A water test of somebody in Nancheng, at this time. */
export function waterTest(phone: string, slot: string): Filing {
  const account = { account: '12345678', town: 'nancheng', address: '鸿福路100号3栋501' };
  return { service: 'QUAL', answers: { symptom: 'smell', ...account, slot, applicant: 'person', name: '李秀英', phone }, materials: [] };
}

/** A meter that is doubted, of somebody in Nancheng. */
export function meterTest(phone: string): Filing {
  const account = { account: '12345678', town: 'nancheng', address: '鸿福路100号', meter_number: 'DN15-204418' };
  return { service: 'TEST', answers: { ...account, applicant: 'person', name: '李秀英', phone }, materials: [] };
}

/** A meter that is to be moved, of somebody in Nancheng. */
export function meterMove(phone: string): Filing {
  const account = { account: '12345678', town: 'nancheng', address: '鸿福路100号', property: 'certificate' };
  const who = { applicant: 'person', name: '李秀英', id_number: ID_NUMBERS[0], phone };
  const change = { change: 'place', meter: '15', words: '从厨房移到门口水表井' };
  return { service: 'MOVE', answers: { ...account, ...who, ...change }, materials: ['sketch', 'id_card', 'property'] };
}

/** Direct debit from the holder's own card, ICBC, for an account in Nancheng. */
export function debit(phone: string, account: string): Filing {
  const place = { account, town: 'nancheng', address: '鸿福路100号' };
  const who = { applicant: 'person', name: '李秀英', id_number: ID_NUMBERS[0], phone };
  const card = { payer: 'owner', bank: 'icbc', card: '6200000000000005' };
  return { service: 'DEBIT', answers: { ...place, ...who, ...card }, materials: ['card', 'payer_id'] };
}
