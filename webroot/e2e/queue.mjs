import { edit } from './teachers.mjs';

/** What a browser keeps in one of its stores: each key with its value. */
export function stored(page, store) {
  return page.evaluate(
    (name) =>
      new Promise((give, fail) => {
        const opening = indexedDB.open('binome');
        opening.onerror = fail;
        opening.onsuccess = () => {
          const db = opening.result;
          const all = [];
          const walk = db.transaction(name).objectStore(name).openCursor();
          walk.onerror = fail;
          walk.onsuccess = () => {
            const at = walk.result;
            if (at) {
              all.push({ key: at.key, value: at.value });
              at.continue();
            } else {
              db.close();
              give(all);
            }
          };
        };
      }),
    store,
  );
}

/** The queues that a browser keeps: whose, under which name, and how many acts wait in each. */
export async function queues(page) {
  return (await stored(page, 'queues')).map(({ key: [user, , client], value: { queue } }) => ({
    user,
    client,
    waiting: queue.pending.length + (queue.inFlight ? 1 : 0),
  }));
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
