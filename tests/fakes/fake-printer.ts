import { printer, type Printer } from '../../main/bridge/printer.ts';
import { readerJob } from '../../main/evidence/reader/read.ts';
import type { OnPaper } from './fake-work.ts';

/** The real printer over one PDF in memory, whatever paper was asked for; it notes what came of each print. */
export class FakePrinter {
  paper: Uint8Array = new Uint8Array();
  readonly printed: boolean[] = [];
  readonly #printer: Printer;

  constructor(tell: (print: string) => void) {
    this.#printer = printer((_entry, message) => readerJob(message), tell);
  }
  get handlers(): Printer['handlers'] {
    return this.#printer.handlers;
  }
  readonly onPaper: OnPaper = async (print, setting) => {
    const delivery = await this.#printer.destination(print, 'Status report.pdf', setting).begin();
    await delivery.write(this.paper);
    await delivery.deliver().then(
      () => this.printed.push(true),
      (thrown: unknown) => {
        this.printed.push(false);
        throw thrown;
      },
    );
  };
}
