import type { Device } from './Device';
import { IndexedDevice } from './IndexedDevice';
import { memoryDevice } from './memoryDevice';

/** A browser may never answer; a person does not wait so long. */
const PATIENCE = 3_000;

let opened: Promise<Device> | undefined;

/** What this browser lets a page keep; where that is nothing, the tab remembers while it lasts. */
export function openDevice(): Promise<Device> {
  return (opened ??= Promise.race([
    IndexedDevice.open().catch(() => memoryDevice),
    new Promise<Device>((give) => setTimeout(() => give(memoryDevice), PATIENCE)),
  ]));
}
