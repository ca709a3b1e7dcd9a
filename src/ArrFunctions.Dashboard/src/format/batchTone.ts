import type { components } from '../api/schema';
import type { Tone } from '../parts/Figure';

/** How a batch or an export stands, as a tone. */
export const batchTone: Readonly<Record<components['schemas']['BatchView']['status'], Tone>> = {
  planning: 'accent', running: 'accent', cancelling: 'warn', succeeded: 'good', partlyFailed: 'warn', failed: 'bad', cancelled: 'quiet',
};
