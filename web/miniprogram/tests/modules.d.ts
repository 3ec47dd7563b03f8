/** What tests use of modules whose own types clash with those of mini-programs, or are not there. */

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & typeof globalThis;
  }
}

declare module 'miniprogram-simulate' {
  export interface Rendered {
    readonly dom?: Element;
    readonly instance: unknown;
    attach(parent: Element): void;
    detach(): void;
    querySelector(selector: string): Rendered | undefined;
    querySelectorAll(selector: string): Rendered[];
    dispatchEvent(name: string, options: { bubbles: boolean; detail: object }): void;
  }
  export function load(path: string, options: { rootPath: string }): string;
  export function render(id: string): Rendered;
}
