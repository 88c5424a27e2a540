import * as z from 'zod';

/** Raw bytes, whatever kind of buffer lies behind them. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are wanted');
