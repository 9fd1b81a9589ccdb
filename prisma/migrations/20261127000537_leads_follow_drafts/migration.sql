-- AlterEnum
ALTER TYPE "exemplar_action" ADD VALUE 'link';
