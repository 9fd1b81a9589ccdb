import { z } from 'zod';
import type { Handler } from './handler.ts';

/** Returns where a file can be downloaded; 400 for files above 20 MB. */
export const getFile: Handler = (world, { params }) => {
  const file = world.files.downloadable(z.object({ file_id: z.string() }).parse(params).file_id);
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  };
};
