import type { Device } from './Device';
import { IndexedDevice } from './IndexedDevice';
import { memoryDevice } from './memoryDevice';

/** A browser may never answer; a person does not wait so long. */
const PATIENCE = 3_000;

/** What this browser lets a page keep; where that is nothing, the tab remembers while it lasts. */
export function openDevice(): Promise<Device> {
  const late = new Promise<Device>((give) => setTimeout(() => give(memoryDevice), PATIENCE));
  return Promise.race([late, IndexedDevice.open().catch(() => memoryDevice)]);
}
