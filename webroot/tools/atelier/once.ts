import { buildScreens } from './serve.ts';

/** Before all tests of a whole run: the screens are built once for all that look at them. */
export default async function setup(): Promise<void> {
  process.env['BINOME_SCREENS'] = await buildScreens('once');
}
