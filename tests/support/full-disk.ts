import { existsSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Reports that every disk is full for as long as the file FULL_DISK exists: a quota for processes
 * of the fault bench. It is given to Node by `--import`.
 */
const flag = process.env.FULL_DISK;
if (flag) {
  const { statfs } = files;
  Object.assign(files, {
    statfs: async (path: string) => {
      const about = await statfs(path);
      if (existsSync(flag)) about.bavail = 0;
      return about;
    },
  });
  syncBuiltinESMExports();
}
