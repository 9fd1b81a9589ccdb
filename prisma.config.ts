// The CLI would fetch a native schema engine even for `generate`, which closed networks refuse and which
// nothing here needs: the app applies migrations itself (src/store/migrate.ts), and `npm run db:migration` writes
// them with the WebAssembly engine.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
};
