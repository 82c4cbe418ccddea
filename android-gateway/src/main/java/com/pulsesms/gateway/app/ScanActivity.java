package com.pulsesms.gateway.app;

import android.app.Activity;
import android.content.Intent;
import android.hardware.Camera;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.view.SurfaceHolder;
import android.view.SurfaceView;
import com.pulsesms.gateway.R;
import java.io.IOException;

/** Looks through the camera for a pairing code and answers with its text. The old camera API is on every Android. */
@SuppressWarnings("deprecation")
public final class ScanActivity extends Activity implements SurfaceHolder.Callback, Camera.PreviewCallback {
    static final String TEXT = "text";
    static final int NO_CAMERA = RESULT_FIRST_USER;

    private static final int UPRIGHT = 90;
    private static final String PAIRING = "pulsesms://";

    private HandlerThread thread;
    private Handler decoding;
    private Camera camera;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.scan);
        ((SurfaceView) findViewById(R.id.preview)).getHolder().addCallback(this);
    }

    @Override
    protected void onResume() {
        super.onResume();
        thread = new HandlerThread("qr");
        thread.start();
        decoding = new Handler(thread.getLooper());
    }

    @Override
    protected void onPause() {
        close();
        thread.quitSafely();
        super.onPause();
    }

    @Override
    public void surfaceCreated(SurfaceHolder holder) {}

    @Override
    public void surfaceChanged(SurfaceHolder holder, int format, int width, int height) {
        try {
            camera = camera == null ? Camera.open() : camera;
            if (camera == null) {
                giveUp();
                return;
            }
            focusContinuously();
            camera.setDisplayOrientation(UPRIGHT);
            camera.setPreviewDisplay(holder);
            camera.startPreview();
            camera.setOneShotPreviewCallback(this);
        } catch (IOException | RuntimeException e) {
            giveUp();
        }
    }

    private void focusContinuously() {
        Camera.Parameters parameters = camera.getParameters();
        String continuous = Camera.Parameters.FOCUS_MODE_CONTINUOUS_PICTURE;
        if (parameters.getSupportedFocusModes() != null
                && parameters.getSupportedFocusModes().contains(continuous)) {
            parameters.setFocusMode(continuous);
            camera.setParameters(parameters);
        }
    }

    private void giveUp() {
        setResult(NO_CAMERA);
        finish();
    }

    @Override
    public void surfaceDestroyed(SurfaceHolder holder) {
        close();
    }

    private void close() {
        if (camera != null) {
            camera.setPreviewCallback(null);
            camera.stopPreview();
            camera.release();
            camera = null;
        }
    }

    @Override
    public void onPreviewFrame(byte[] picture, Camera from) {
        Camera.Size size = from.getParameters().getPreviewSize();
        decoding.post(() -> {
            String text = QrDecoder.decode(picture, size.width, size.height);
            runOnUiThread(() -> seen(text));
        });
    }

    private void seen(String text) {
        if (text != null && text.startsWith(PAIRING)) {
            setResult(RESULT_OK, new Intent().putExtra(TEXT, text));
            finish();
        } else if (camera != null) {
            camera.setOneShotPreviewCallback(this);
        }
    }
}
