/** Repeats a check every 50 ms until it holds, five seconds at most. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 100) {
        throw error;
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }
}
