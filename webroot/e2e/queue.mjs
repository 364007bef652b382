import { edit } from './teachers.mjs';

/** The queues that a browser keeps: whose, under which name, and how many acts wait in each. */
export function queues(page) {
  return page.evaluate(
    () =>
      new Promise((give, fail) => {
        const opening = indexedDB.open('binome');
        opening.onerror = fail;
        opening.onsuccess = () => {
          const db = opening.result;
          const all = [];
          const walk = db.transaction('queues').objectStore('queues').openCursor();
          walk.onerror = fail;
          walk.onsuccess = () => {
            const at = walk.result;
            if (at) {
              const { pending, inFlight } = at.value.queue;
              all.push({ user: at.key[0], client: at.key[2], waiting: pending.length + (inFlight ? 1 : 0) });
              at.continue();
            } else {
              db.close();
              give(all);
            }
          };
        };
      }),
  );
}

/** The network is there again, and the system tells the browser so. */
export async function back(page, net) {
  net.resume();
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

export async function editing(page) {
  if ((await page.locator('.ProseMirror').count()) === 0) await edit(page);
}

/** Waits until the pill says something. */
export async function says(page, what, timeout = 30_000) {
  await page.locator('header [role=status]').filter({ hasText: what }).waitFor({ timeout });
}
