/** The part of cli-progress that is used; the package brings no types. */
declare module "cli-progress" {
  export interface Options {
    format: string;
    stream: NodeJS.WritableStream;
    hideCursor: boolean;
    etaBuffer: number;
  }
  export class SingleBar {
    constructor(options: Partial<Options>);
    start(total: number, value: number, payload: Record<string, string>): void;
    update(value: number, payload: Record<string, string>): void;
    stop(): void;
  }
}
