/**
 * Forms whose files are plain text, such as a plan file (YAML). All others take documents and
 * photos.
 */
export const textForms: readonly string[] = ['load-plan'];
