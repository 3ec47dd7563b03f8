import { type APIRequestContext, expect } from '@playwright/test';

/** A call of the demo city's telephone system. */
export class Call {
  private constructor(
    private readonly api: APIRequestContext,
    private readonly id: string,
  ) {}

  /** Rings at the seat of the agent. */
  static async rings(api: APIRequestContext, phone: string): Promise<Call> {
    return new Call(api, await tell(api, { other: phone, event: 'ringing' }));
  }

  async isAnswered(): Promise<void> {
    await tell(this.api, { id: this.id, event: 'answered' });
  }

  async ends(): Promise<void> {
    await tell(this.api, { id: this.id, event: 'ended' });
  }
}

/** Tells something as `/demo/calls` does; gives the id of the call. */
async function tell(api: APIRequestContext, form: Record<string, string>): Promise<string> {
  const answer = await api.post('/demo/calls', { form: { seat: 'agent', ...form }, maxRedirects: 0 });
  expect(answer.status(), await answer.text()).toBe(303);
  const back = new URL(answer.headers().location ?? '', 'http://localhost');
  return back.searchParams.get('id') ?? '';
}
