import type { Plan } from '../../plan/plan.ts';
import type { Story } from '../../stories/story.ts';
import { toAsciiWords } from '../ascii-words.ts';
import { saveDocument } from '../document/write-document.ts';
import { composeStorySheet, type SheetBy } from './compose-sheet.ts';

/** Makes the *Phiếu theo dõi điển hình* of an exemplar, one page of Word, as a file. */
export async function makeStorySheet(
  { plan, tempDir }: { plan: Plan; tempDir: string },
  story: Story,
  by: SheetBy,
): Promise<{ path: string; filename: string }> {
  const path = await saveDocument(tempDir, composeStorySheet(plan, story, by));
  return { path, filename: `Phieu-theo-doi-${toAsciiWords(story.exemplar.code)}.docx` };
}
