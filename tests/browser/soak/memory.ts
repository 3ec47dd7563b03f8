import type { CDPSession, Page } from '@playwright/test';

/** What a page holds once all that it does not need is collected. */
export interface Memory {
  /** Bytes. */
  heap: number;
  /** Bytes; what the WASM program has ever needed at a time. */
  wasm: number;
  nodes: number;
  listeners: number;
}

/** How much more a page may hold after a long time in the same state. */
export const BOUNDS: Memory = { heap: 1.5 * 1024 ** 2, wasm: 1024 ** 2, nodes: 150, listeners: 60 };

/** Measures it. */
export async function measure(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  // What is collected may set more free: weak references, and finalizers that run afterwards.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const wasm = await wasmBytes(session);
  await session.detach();
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners };
}

/** The program keeps its memory to itself, but the debugger finds it. */
async function wasmBytes(session: CDPSession): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const prototypeObjectId = result.objectId ?? '';
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId, objectGroup: 'wasm' });
  const answer = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'wasm' });
  return answer.result.value as number;
}

/** For people. */
export function say({ heap, wasm, nodes, listeners }: Memory): string {
  const mebibytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(2)} MiB`;
  return `heap ${mebibytes(heap)}, WASM ${mebibytes(wasm)}, ${nodes} nodes, ${listeners} listeners`;
}
