// The CLI would fetch a native schema engine even for `generate`, which closed networks refuse and which
// nothing here needs: migrations run through the WebAssembly engine (src/store/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
};
