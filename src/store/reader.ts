import type { Prisma } from './generated/client.ts';

type Reading =
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy';

type Model = Uncapitalize<Prisma.ModelName>;

/**
 * The typed client with its reading calls alone: who is given a reader cannot write. The client
 * itself and the one of a transaction are readers.
 */
export type Reader = { readonly [M in Model]: Pick<Prisma.TransactionClient[M], Reading> };
