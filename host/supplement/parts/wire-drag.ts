/** A file on the channel, which is JSON: its content as base64. */
export interface WireFile {
  name: string;
  type: string;
  base64: string;
}

/** What our host sends when a mail is dragged; places in CSS pixels. */
export interface WireDrag {
  type: 'dragover' | 'drop';
  pageX: number;
  pageY: number;
  taskPaneX: number;
  taskPaneY: number;
  dataTransfer?: { files: WireFile[] };
}

/** What our host sends when a mail is dragged in a client whose drags are HTML's own. */
export interface WireHtmlDrag {
  type: 'dragenter' | 'dragover' | 'dragleave' | 'drop';
  /** Within the pane, CSS pixels. */
  x: number;
  y: number;
  /** Filled when dropped: until then a browser tells that there are files, and hides them. */
  files: WireFile[];
}

export function bytesOf({ base64 }: WireFile): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** The arguments of `Office.EventType.DragAndDropEvent`, but for its type. */
export function dragArguments(data: unknown): object {
  const drag = data as WireDrag;
  const files = drag.dataTransfer?.files.map((file) => ({
    name: file.name,
    type: file.type,
    fileContent: new Blob([bytesOf(file)], { type: file.type }),
  }));
  return { dragAndDropEventData: files ? { ...drag, dataTransfer: { files } } : drag };
}
