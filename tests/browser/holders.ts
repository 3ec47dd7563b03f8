/** What shows that somebody is the holder of a water account of the demo city. */
export interface Holder {
  number: string;
  /** The name's last character. */
  end: string;
  /** The last four digits of the phone. */
  four: string;
}

/** The holders of the city, counted from 1, as the demo lets them move in. */
export function holder(n: number): Holder {
  const given = ['伟', '秀英', '嘉怡', '志明', '俊杰', '美玲', '浩然', '淑芬', '国强', '子轩', '慧'];
  const name = given[(n * 7) % given.length] ?? '';
  const two = String(n).padStart(2, '0');
  return { number: `07696000${two}`, end: name.slice(-1), four: `00${two}` };
}
