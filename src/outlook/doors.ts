/** Every way in, in the order in which the panel lists them. */
import { chosenFilesDoor } from './chosen-files';
import { draggedMailDoor } from './dragged-mail';
import { openItemDoor } from './open-item';
import { pastedTextDoor } from './pasted-text';
import { recentBouncesDoor } from './recent-bounces-door';
import { typedQuestionDoor } from './typed-question';

export const doors = {
  openItem: openItemDoor,
  recentBounces: recentBouncesDoor,
  draggedMail: draggedMailDoor,
  chosenFiles: chosenFilesDoor,
  pastedText: pastedTextDoor,
  typedQuestion: typedQuestionDoor,
};

export type Doors = typeof doors;
