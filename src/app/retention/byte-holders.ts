/** The tables whose rows name bytes of the file store, all by a column `storage_key`. */
export const byteHolders = ['attachment', 'chat_file'] as const;

/** The folders of the file store that these tables fill. */
export const byteFolders = ['attachments', 'web', 'links'] as const;
