/** The form of an upload page as a browser without scripts reads it. */
export interface UploadForm {
  /** The address to post it to. */
  action: string;
  /** Name of the field for files. */
  field: string;
  /** Hidden fields, sent along. */
  hidden: [name: string, value: string][];
}

/**
 * Finds the multipart form in a page; undefined when there is none. `address` is the page's own.
 */
export function uploadFormIn(html: string, address: string): UploadForm | undefined {
  const [, opening = '', inside = ''] = /<form\b([^>]*)>([\s\S]*?)<\/form>/i.exec(html) ?? [];
  const form = attributesOf(opening);
  if (form.get('method')?.toLowerCase() !== 'post' || form.get('enctype') !== 'multipart/form-data') {
    return undefined;
  }
  const inputs = [...inside.matchAll(/<input\b([^>]*)>/gi)].map(([, attributes = '']) =>
    attributesOf(attributes),
  );
  const field = inputs.find((input) => input.get('type') === 'file')?.get('name');
  if (!field) return undefined;
  return {
    action: new URL(form.get('action') ?? '', address).href,
    field,
    hidden: inputs
      .filter((input) => input.get('type') === 'hidden')
      .map((input) => [input.get('name') ?? '', input.get('value') ?? '']),
  };
}

function attributesOf(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
      ([, name = '', ...values]) => [
        name.toLowerCase(),
        (values.find((value) => value !== undefined) ?? '')
          .replaceAll('&amp;', '&')
          .replaceAll('&quot;', '"'),
      ],
    ),
  );
}

/** The media type that a browser gives a file of this name. */
export function mediaTypeOf(name: string): string {
  return types[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
