/** Name of the migrated, empty database that every test's own one is copied from. */
export const templateName = 'template_migrated';
