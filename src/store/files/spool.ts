/** The prefix of folders in the system's temporary folder where uploads to a bucket wait. */
export const spoolPrefix = 'dien-hinh-upload-';
