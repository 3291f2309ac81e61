import { describe } from 'vitest';
import { editorTasks } from './editor-task-suite.js';
import { MouseHands } from './mouse-hands.js';

describe('by mouse alone', () => {
  editorTasks(MouseHands.on);
});
